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
Definition activations (F : K.Activations) (i : nat) := F (Z.of_nat i).

Lemma ith_nth {A} (l : list A) i d : K.ith l (Z.of_nat i) d = nth i l d.
Proof. unfold K.ith. destruct (Z.ltb_spec (Z.of_nat i) 0); [lia|]. rewrite Nat2Z.id. reflexivity. Qed.
Lemma tab_tabZ {A} n (f : Z -> A) (g : nat -> A) : (forall i, i < n -> f (Z.of_nat i) = g i) -> K.tabZ (Z.of_nat n) f = M.tab n g.
Proof. intros H. unfold K.tabZ, M.tab. rewrite Nat2Z.id. apply map_ext_in. intros i Hi. apply H. apply in_seq in Hi. lia. Qed.
Ltac look := unfold K.at_, K.row, K.layer, K.activationAt, M.at_, M.row, M.layer, K.len, K.rows, K.depth, K.size, M.len, M.rows, M.depth, K.emptyVec, K.emptyMat, activations, K.Stack, K.Mat, K.Vec, M.Stack, M.Mat, M.Vec in *; rewrite ?ith_nth.
Ltac bridge := look; apply tab_tabZ; intros; look; try reflexivity.
Lemma b_dot u v n : K.dot u v (Z.of_nat n) = M.dot zero add mul u v n.
Proof. unfold K.dot. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity|]. rewrite IH. look. reflexivity. Qed.
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
  unfold K.affine, M.affine. look. apply tab_tabZ. intros i _. look. rewrite b_dot.
  destruct (Z.eqb_spec (Z.of_nat (length b)) 0); destruct (Nat.eqb_spec (length b) 0); try lia; reflexivity.
Qed.
Lemma b_outer u v : K.outer u v = M.outer zero mul u v. Proof. unfold K.outer, M.outer. bridge. apply b_scaled. Qed.
Lemma b_matPlusScaled A c B : K.matPlusScaled A c B = M.matPlusScaled zero add mul A c B. Proof. unfold K.matPlusScaled, M.matPlusScaled. bridge. apply b_plusScaled. Qed.
Lemma b_zerosLikeMat A : K.zerosLikeMat A = M.zerosLikeMat zero A. Proof. unfold K.zerosLikeMat, M.zerosLikeMat. bridge. apply b_zeroVec. Qed.
Lemma b_stackPlusScaled A c B : K.stackPlusScaled A c B = M.stackPlusScaled zero add mul A c B. Proof. unfold K.stackPlusScaled, M.stackPlusScaled. bridge. apply b_matPlusScaled. Qed.
Lemma b_zerosLikeStack A : K.zerosLikeStack A = M.zerosLikeStack zero A. Proof. unfold K.zerosLikeStack, M.zerosLikeStack. bridge. apply b_zerosLikeMat. Qed.
Lemma b_input W B F x l : K.input W B F x (Z.of_nat l) = M.input zero add mul sigma W B (activations F) x l.
Proof.
  unfold K.input. rewrite Nat2Z.id. induction l as [|l IH]; simpl; [reflexivity|]. rewrite IH, b_activated, b_affine. look. reflexivity.
Qed.
Lemma b_preactivation W B F x l : K.preactivation W B F x (Z.of_nat l) = M.preactivation zero add mul sigma W B (activations F) x l.
Proof. unfold K.preactivation, M.preactivation. rewrite b_input, b_affine. look. reflexivity. Qed.
Lemma b_preactivationsOf W B F x : K.preactivationsOf W B F x = M.preactivationsOf zero add mul sigma W B (activations F) x.
Proof. unfold K.preactivationsOf, M.preactivationsOf. apply tab_tabZ. intros. apply b_preactivation. Qed.
Lemma b_deltan W F k z g n l : K.deltan W F k z g n (Z.of_nat l) = M.back zero add mul slope W (activations F) k z g n l.
Proof.
  revert l. induction n as [|n IH]; intros l; simpl; [reflexivity|]. replace (Z.of_nat l + 1)%Z with (Z.of_nat (l + 1)) by lia. rewrite IH, b_hadamard, b_affine, b_slopes.
  look. rewrite b_transpose. reflexivity.
Qed.
Lemma b_delta W F k z g l : l < length W -> K.delta W F k z g (Z.of_nat l) = M.delta zero add mul slope W (activations F) k z g l.
Proof. intros. unfold K.delta, M.delta. rewrite b_deltan. f_equal. look. lia. Qed.
Lemma b_deltasOf W F k z g : K.deltasOf W F k z g = M.deltasOf zero add mul slope W (activations F) k z g.
Proof. unfold K.deltasOf, M.deltasOf. apply tab_tabZ. intros. apply b_delta. assumption. Qed.
Lemma b_layerInput F x z l : K.layerInput F x z (Z.of_nat l) = M.layerInput zero sigma (activations F) x z l.
Proof.
  unfold K.layerInput. destruct l as [|l]; [reflexivity|]. destruct (Z.leb_spec (Z.of_nat (S l)) 0); [lia|].
  replace (Z.of_nat (S l) - 1)%Z with (Z.of_nat l) by lia. rewrite b_activated. look. reflexivity.
Qed.
Lemma b_weightGradientOf W F k x z g : K.weightGradientOf W F k x z g = M.weightGradientOf zero add mul sigma slope W (activations F) k x z g.
Proof. unfold K.weightGradientOf, M.weightGradientOf, K.outerProducts, M.outerProducts. rewrite b_deltasOf. bridge. rewrite b_outer, b_layerInput. reflexivity. Qed.
Lemma b_deltaWhereBias b d : K.deltaWhereBias b d = M.deltaWhereBias b d.
Proof. unfold K.deltaWhereBias, M.deltaWhereBias. look. destruct (Z.eqb_spec (Z.of_nat (length b)) 0); destruct (Nat.eqb_spec (length b) 0); try lia; reflexivity. Qed.
Lemma b_biasGradientOf W B F k z g : K.biasGradientOf W B F k z g = M.biasGradientOf zero add mul slope W B (activations F) k z g.
Proof. unfold K.biasGradientOf, M.biasGradientOf, K.deltasWhereBias, M.deltasWhereBias. rewrite b_deltasOf. bridge. apply b_deltaWhereBias. Qed.
Lemma b_lossDerivativeAtOutput W B F o x y : 1 <= length W -> K.lossDerivativeAtOutput W B F o x y = M.lossDerivativeAtOutput zero add mul sigma W B (activations F) (loss o) x y.
Proof.
  intros. unfold K.lossDerivativeAtOutput, M.lossDerivativeAtOutput, loss. look. replace (Z.of_nat (length W) - 1)%Z with (Z.of_nat (length W - 1)) by lia. rewrite b_preactivation. reflexivity.
Qed.
Lemma b_sumOfWeightGradients W B F k o X Y c n : 1 <= length W -> K.sumOfWeightGradients W B F k o X Y c (Z.of_nat n) = M.sumOfWeightGradients zero add mul sigma slope W B (activations F) k (loss o) X Y c n.
Proof.
  intros. unfold K.sumOfWeightGradients. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [apply b_zerosLikeStack|]. rewrite IH, b_stackPlusScaled. unfold K.sampleWeightGradientOf, M.sampleWeightGradientOf.
  rewrite b_weightGradientOf, b_preactivationsOf, b_lossDerivativeAtOutput by assumption. look. reflexivity.
Qed.
Lemma b_sumOfBiasGradients W B F k o X Y c n : 1 <= length W -> K.sumOfBiasGradients W B F k o X Y c (Z.of_nat n) = M.sumOfBiasGradients zero add mul sigma slope W B (activations F) k (loss o) X Y c n.
Proof.
  intros. unfold K.sumOfBiasGradients. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [apply b_zerosLikeMat|]. rewrite IH, b_matPlusScaled. unfold K.sampleBiasGradientOf, M.sampleBiasGradientOf.
  rewrite b_biasGradientOf, b_preactivationsOf, b_lossDerivativeAtOutput by assumption. look. reflexivity.
Qed.
Definition trainingState (t : K.TrainingState) : M.TrainingState K.Q := M.trainingState (K.weightsOf t) (K.biasesOf t) (K.velocityOfWeights t) (K.velocityOfBiases t).
Lemma b_stepped t F k o X Y r m d : 1 <= length (K.weightsOf t) ->
  trainingState (K.stepped t F k o X Y r m d) = M.stepped zero add mul neg natRatio sigma slope (trainingState t) (activations F) k (loss o) X Y r m d.
Proof.
  intros. unfold K.stepped, M.stepped, K.batchWeightGradientOf, M.batchWeightGradientOf, K.batchBiasGradientOf, M.batchBiasGradientOf, K.updated, M.updated, trainingState, K.rows, K.size; simpl.
  rewrite !b_sumOfWeightGradients, !b_sumOfBiasGradients, !b_stackPlusScaled, !b_matPlusScaled by assumption. reflexivity.
Qed.
Theorem b_trained t F k o XX YY w m d n : 1 <= length (K.weightsOf t) ->
  trainingState (K.trained t F k o XX YY w m d (Z.of_nat n)) = M.trained zero add mul neg natRatio sigma slope (trainingState t) (activations F) k (loss o) XX YY w m d n.
Proof.
  intros L. unfold K.trained. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity|]. rewrite b_stepped, IH.
  - look. reflexivity.
  - clear IH. induction n as [|n IH]; simpl; [assumption|]. rewrite M.len_tab || (unfold K.stackPlusScaled, K.tabZ; rewrite map_length, seq_length; look; lia).
Qed.
End Bridge.

(* lengths and entries in terms of lists, on both sides and in the hypotheses *)
Ltac lists := unfold K.at_, K.row, K.layer, K.activationAt, M.at_, M.row, M.layer, K.len, K.rows, K.depth, K.size, M.len, M.rows, M.depth, K.emptyVec, K.emptyMat, activations,
  K.Stack, K.Mat, K.Vec, M.Stack, M.Mat, M.Vec in *; rewrite ?ith_nth in *.
(* an integer that is not negative is a natural number *)
Ltac natural n := let m := fresh "m" in let E := fresh "E" in
  assert (exists m : nat, n = Z.of_nat m) as [m E] by (exists (Z.to_nat n); lia); subst n; rename m into n.
