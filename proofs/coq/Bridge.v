(* The functions of Model.v (indices: natural numbers) are those of KeyModel.v (indices: integers, each rule of specs/theory holds of them). *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model KeyModel.
Module M := Model. Module K := KeyModel.
Import ListNotations.
Section Bridge.
Context {key : K.Key}.
Notation zero := K.qZero.
Notation add := K.qAdd.
Notation mul := K.qMul.
Notation neg := K.qNeg.
Notation sigma := K.sigma.
Notation slope := K.slope.
Definition natRatio (m n : nat) : K.Q := K.qRatio (Z.of_nat m) (Z.of_nat n).
Definition loss (o : K.Obj) (f y : K.Vec) : K.Vec := K.lossDerivative o f y.
Definition funs (F : K.Funs) (i : nat) := F (Z.of_nat i).

Lemma ith_nth {A} (l : list A) i d : K.ith l (Z.of_nat i) d = nth i l d.
Proof. unfold K.ith. destruct (Z.ltb_spec (Z.of_nat i) 0); [lia|]. rewrite Nat2Z.id. reflexivity. Qed.
Lemma tab_tabZ {A} n (f : Z -> A) (g : nat -> A) : (forall i, i < n -> f (Z.of_nat i) = g i) -> K.tabZ (Z.of_nat n) f = M.tab n g.
Proof. intros H. unfold K.tabZ, M.tab. rewrite Nat2Z.id. apply map_ext_in. intros i Hi. apply H. apply in_seq in Hi. lia. Qed.
Ltac look := unfold K.at_, K.row, K.layer, K.fn, M.at_, M.row, M.layer, K.len, K.rows, K.depth, K.size, M.len, M.rows, M.depth, K.noVec, K.noMat, funs, K.Stack, K.Mat, K.Vec, M.Stack, M.Mat, M.Vec in *; rewrite ?ith_nth.
Ltac bridge := look; apply tab_tabZ; intros; look; try reflexivity.
Lemma b_dotp u v n : K.dotp u v (Z.of_nat n) = M.dotp zero add mul u v n.
Proof. unfold K.dotp. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity|]. rewrite IH. look. reflexivity. Qed.
Lemma b_plusScaled u c v : K.plusScaled u c v = M.plusScaled zero add mul u c v. Proof. unfold K.plusScaled, M.plusScaled. bridge. Qed.
Lemma b_scaled c v : K.scaled c v = M.scaled zero mul c v. Proof. unfold K.scaled, M.scaled. bridge. Qed.
Lemma b_hadamard u v : K.hadamard u v = M.hadamard zero mul u v. Proof. unfold K.hadamard, M.hadamard. bridge. Qed.
Lemma b_zeroVec n : K.zeroVec (Z.of_nat n) = M.zeroVec zero n. Proof. unfold K.zeroVec, M.zeroVec. bridge. Qed.
Lemma b_activated f v : K.activated f v = M.activated zero sigma f v. Proof. unfold K.activated, M.activated. bridge. Qed.
Lemma b_slopes f k v : K.slopes f k v = M.slopes zero slope f k v. Proof. unfold K.slopes, M.slopes. bridge. Qed.
Lemma b_column A k : K.column A (Z.of_nat k) = M.column zero A k. Proof. unfold K.column, M.column. bridge. Qed.
Lemma b_transpose A n : K.transpose A (Z.of_nat n) = M.transpose zero A n.
Proof. unfold K.transpose, M.transpose. apply tab_tabZ. intros. apply b_column. Qed.
Lemma b_affine A b x : K.affine A b x = M.affine zero add mul A b x.
Proof.
  unfold K.affine, M.affine. look. apply tab_tabZ. intros i _. look. rewrite b_dotp.
  destruct (Z.eqb_spec (Z.of_nat (length b)) 0); destruct (Nat.eqb_spec (length b) 0); try lia; reflexivity.
Qed.
Lemma b_outer u v : K.outer u v = M.outer zero mul u v. Proof. unfold K.outer, M.outer. bridge. apply b_scaled. Qed.
Lemma b_mPlusScaled A c B : K.mPlusScaled A c B = M.mPlusScaled zero add mul A c B. Proof. unfold K.mPlusScaled, M.mPlusScaled. bridge. apply b_plusScaled. Qed.
Lemma b_mZeros A : K.mZeros A = M.mZeros zero A. Proof. unfold K.mZeros, M.mZeros. bridge. apply b_zeroVec. Qed.
Lemma b_sPlusScaled A c B : K.sPlusScaled A c B = M.sPlusScaled zero add mul A c B. Proof. unfold K.sPlusScaled, M.sPlusScaled. bridge. apply b_mPlusScaled. Qed.
Lemma b_sZeros A : K.sZeros A = M.sZeros zero A. Proof. unfold K.sZeros, M.sZeros. bridge. apply b_mZeros. Qed.
Lemma b_input W B F x l : K.input W B F x (Z.of_nat l) = M.input zero add mul sigma W B (funs F) x l.
Proof.
  unfold K.input. rewrite Nat2Z.id. induction l as [|l IH]; simpl; [reflexivity|]. rewrite IH, b_activated, b_affine. look. reflexivity.
Qed.
Lemma b_pre W B F x l : K.pre W B F x (Z.of_nat l) = M.pre zero add mul sigma W B (funs F) x l.
Proof. unfold K.pre, M.pre. rewrite b_input, b_affine. look. reflexivity. Qed.
Lemma b_zs W B F x : K.zs W B F x = M.zs zero add mul sigma W B (funs F) x.
Proof. unfold K.zs, M.zs. apply tab_tabZ. intros. apply b_pre. Qed.
Lemma b_deltan W F k z g n l : K.deltan W F k z g n (Z.of_nat l) = M.back zero add mul slope W (funs F) k z g n l.
Proof.
  revert l. induction n as [|n IH]; intros l; simpl; [reflexivity|]. replace (Z.of_nat l + 1)%Z with (Z.of_nat (l + 1)) by lia. rewrite IH, b_hadamard, b_affine, b_slopes.
  look. rewrite b_transpose. reflexivity.
Qed.
Lemma b_delta W F k z g l : l < length W -> K.delta W F k z g (Z.of_nat l) = M.delta zero add mul slope W (funs F) k z g l.
Proof. intros. unfold K.delta, M.delta. rewrite b_deltan. f_equal. look. lia. Qed.
Lemma b_ds W F k z g : K.ds W F k z g = M.ds zero add mul slope W (funs F) k z g.
Proof. unfold K.ds, M.ds. apply tab_tabZ. intros. apply b_delta. assumption. Qed.
Lemma b_layerIn F x z l : K.layerIn F x z (Z.of_nat l) = M.layerIn zero sigma (funs F) x z l.
Proof.
  unfold K.layerIn. destruct l as [|l]; [reflexivity|]. destruct (Z.leb_spec (Z.of_nat (S l)) 0); [lia|].
  replace (Z.of_nat (S l) - 1)%Z with (Z.of_nat l) by lia. rewrite b_activated. look. reflexivity.
Qed.
Lemma b_wGrad W F k x z g : K.wGrad W F k x z g = M.wGrad zero add mul sigma slope W (funs F) k x z g.
Proof. unfold K.wGrad, M.wGrad, K.outers, M.outers. rewrite b_ds. bridge. rewrite b_outer, b_layerIn. reflexivity. Qed.
Lemma b_biasGrad b d : K.biasGrad b d = M.biasGrad b d.
Proof. unfold K.biasGrad, M.biasGrad. look. destruct (Z.eqb_spec (Z.of_nat (length b)) 0); destruct (Nat.eqb_spec (length b) 0); try lia; reflexivity. Qed.
Lemma b_bGrad W B F k z g : K.bGrad W B F k z g = M.bGrad zero add mul slope W B (funs F) k z g.
Proof. unfold K.bGrad, M.bGrad, K.biasGrads, M.biasGrads. rewrite b_ds. bridge. apply b_biasGrad. Qed.
Lemma b_lossGrad W B F o x y : 1 <= length W -> K.lossGrad W B F o x y = M.lossGrad zero add mul sigma W B (funs F) (loss o) x y.
Proof.
  intros. unfold K.lossGrad, M.lossGrad, loss. look. replace (Z.of_nat (length W) - 1)%Z with (Z.of_nat (length W - 1)) by lia. rewrite b_pre. reflexivity.
Qed.
Lemma b_sumW W B F k o X Y c n : 1 <= length W -> K.sumW W B F k o X Y c (Z.of_nat n) = M.sumW zero add mul sigma slope W B (funs F) k (loss o) X Y c n.
Proof.
  intros. unfold K.sumW. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [apply b_sZeros|]. rewrite IH, b_sPlusScaled. unfold K.sampleW, M.sampleW.
  rewrite b_wGrad, b_zs, b_lossGrad by assumption. look. reflexivity.
Qed.
Lemma b_sumB W B F k o X Y c n : 1 <= length W -> K.sumB W B F k o X Y c (Z.of_nat n) = M.sumB zero add mul sigma slope W B (funs F) k (loss o) X Y c n.
Proof.
  intros. unfold K.sumB. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [apply b_mZeros|]. rewrite IH, b_mPlusScaled. unfold K.sampleB, M.sampleB.
  rewrite b_bGrad, b_zs, b_lossGrad by assumption. look. reflexivity.
Qed.
Definition sta (t : K.Sta) : M.Sta K.Q := M.sta (K.stW t) (K.stB t) (K.stVW t) (K.stVB t).
Lemma b_stepped t F k o X Y r m d : 1 <= length (K.stW t) ->
  sta (K.stepped t F k o X Y r m d) = M.stepped zero add mul neg natRatio sigma slope (sta t) (funs F) k (loss o) X Y r m d.
Proof.
  intros. unfold K.stepped, M.stepped, K.batchW, M.batchW, K.batchB, M.batchB, K.updated, M.updated, sta, K.rows, K.size; simpl.
  rewrite !b_sumW, !b_sumB, !b_sPlusScaled, !b_mPlusScaled by assumption. reflexivity.
Qed.
Theorem b_trained t F k o XX YY w m d n : 1 <= length (K.stW t) ->
  sta (K.trained t F k o XX YY w m d (Z.of_nat n)) = M.trained zero add mul neg natRatio sigma slope (sta t) (funs F) k (loss o) XX YY w m d n.
Proof.
  intros L. unfold K.trained. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity|]. rewrite b_stepped, IH.
  - look. reflexivity.
  - clear IH. induction n as [|n IH]; simpl; [assumption|]. rewrite M.len_tab || (unfold K.sPlusScaled, K.tabZ; rewrite map_length, seq_length; look; lia).
Qed.
End Bridge.

(* lengths and entries in terms of lists, on both sides and in the hypotheses *)
Ltac lists := unfold K.at_, K.row, K.layer, K.fn, M.at_, M.row, M.layer, K.len, K.rows, K.depth, K.size, M.len, M.rows, M.depth, K.noVec, K.noMat, funs,
  K.Stack, K.Mat, K.Vec, M.Stack, M.Mat, M.Vec in *; rewrite ?ith_nth in *.
(* an integer that is not negative is a natural number *)
Ltac natural n := let m := fresh "m" in let E := fresh "E" in
  assert (exists m : nat, n = Z.of_nat m) as [m E] by (exists (Z.to_nat n); lia); subst n; rename m into n.
