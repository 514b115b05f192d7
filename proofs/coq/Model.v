(* The value theory of specs/theory once more, for Coq 8.16 and its standard library: lists of numbers, vectors and matrices over any type with
   operations that nothing is assumed of. An entry outside a list is a fixed default. Indices are natural numbers. *)
Require Import List Arith Lia Bool.
Import ListNotations.
Set Implicit Arguments.

(* A list by its length and its entries. *)
Definition tab {A : Type} (n : nat) (f : nat -> A) : list A := map f (seq 0 n).

Lemma len_tab {A} n (f : nat -> A) : length (tab n f) = n.
Proof. unfold tab. rewrite map_length, seq_length. reflexivity. Qed.

Lemma nth_tab {A} n (f : nat -> A) i d : nth i (tab n f) d = if i <? n then f i else d.
Proof.
  destruct (Nat.ltb_spec i n).
  - unfold tab. rewrite nth_indep with (d' := f 0); [| rewrite map_length, seq_length; lia].
    rewrite map_nth, seq_nth; [reflexivity | lia].
  - apply nth_overflow. rewrite len_tab. lia.
Qed.

Lemma list_ext {A} (d : A) (u v : list A) :
  length u = length v -> (forall i, i < length u -> nth i u d = nth i v d) -> u = v.
Proof. intros. apply nth_ext with d d; auto. Qed.

Section Model.
Variables Q Act : Type.
Variable qZero : Q.
Variables qAdd qMul : Q -> Q -> Q.
Variable qNeg : Q -> Q.
Variable qRatio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.            (* value of an activation at a number *)
Variable slope : Act -> Q -> Q -> Q.       (* its derivative, with kappa for that at a kink *)

Definition Vec := list Q.
Definition Mat := list Vec.
Definition Stack := list Mat.
Definition Activations := nat -> Act.             (* the activation of hidden layer 0, 1, ... *)
Definition Loss := Vec -> Vec -> Vec.      (* dl/df at an output and a target *)

Definition len (v : Vec) : nat := length v.
Definition rows (M : Mat) : nat := length M.
Definition depth (S : Stack) : nat := length S.
Definition at_ (v : Vec) (i : nat) : Q := nth i v qZero.
Definition row (M : Mat) (i : nat) : Vec := nth i M [].
Definition layer (S : Stack) (i : nat) : Mat := nth i S [].

Fixpoint dot (u v : Vec) (n : nat) : Q :=
  match n with 0 => qZero | S m => qAdd (dot u v m) (qMul (at_ u m) (at_ v m)) end.
Definition plusScaled (u : Vec) (c : Q) (v : Vec) : Vec := tab (len u) (fun i => qAdd (at_ u i) (qMul c (at_ v i))).
Definition scaled (c : Q) (v : Vec) : Vec := tab (len v) (fun i => qMul c (at_ v i)).
Definition hadamard (u v : Vec) : Vec := tab (len u) (fun i => qMul (at_ u i) (at_ v i)).
Definition zeroVec (n : nat) : Vec := tab n (fun _ => qZero).
Definition activated (f : Act) (v : Vec) : Vec := tab (len v) (fun i => sigma f (at_ v i)).
Definition slopes (f : Act) (kappa : Q) (v : Vec) : Vec := tab (len v) (fun i => slope f kappa (at_ v i)).

Definition column (M : Mat) (k : nat) : Vec := tab (rows M) (fun i => at_ (row M i) k).
Definition transpose (M : Mat) (n : nat) : Mat := tab n (column M).
Definition affine (M : Mat) (b x : Vec) : Vec :=
  tab (rows M) (fun i => if len b =? 0 then dot (row M i) x (len x) else qAdd (dot (row M i) x (len x)) (at_ b i)).
Definition outer (u v : Vec) : Mat := tab (len u) (fun i => scaled (at_ u i) v).
Definition matPlusScaled (M : Mat) (c : Q) (N : Mat) : Mat := tab (rows M) (fun i => plusScaled (row M i) c (row N i)).
Definition zerosLikeMat (M : Mat) : Mat := tab (rows M) (fun i => zeroVec (len (row M i))).
Definition stackPlusScaled (S : Stack) (c : Q) (T : Stack) : Stack := tab (depth S) (fun i => matPlusScaled (layer S i) c (layer T i)).
Definition zerosLikeStack (S : Stack) : Stack := tab (depth S) (fun i => zerosLikeMat (layer S i)).

(* the forward pass *)
Fixpoint input (W : Stack) (B : Mat) (F : Activations) (x : Vec) (l : nat) : Vec :=
  match l with 0 => x | S k => activated (F k) (affine (layer W k) (row B k) (input W B F x k)) end.
Definition preactivation W B F x l : Vec := affine (layer W l) (row B l) (input W B F x l).
Definition preactivationsOf W B F x : Mat := tab (depth W) (preactivation W B F x).

(* the backward pass, for preactivation-activations z and g = dl/df *)
Fixpoint back (W : Stack) (F : Activations) (kappa : Q) (z : Mat) (g : Vec) (n l : nat) : Vec :=
  match n with
  | 0 => g
  | S m => hadamard (affine (transpose (layer W (l + 1)) (len (row z l))) [] (back W F kappa z g m (l + 1))) (slopes (F l) kappa (row z l))
  end.
Definition delta W F kappa z g l : Vec := back W F kappa z g (depth W - 1 - l) l.
Definition deltasOf W F kappa z g : Mat := tab (depth W) (delta W F kappa z g).

(* gradients *)
Definition layerInput (F : Activations) (x : Vec) (z : Mat) (l : nat) : Vec :=
  match l with 0 => x | S k => activated (F k) (row z k) end.
Definition outerProducts (D : Mat) F x z : Stack := tab (rows D) (fun l => outer (row D l) (layerInput F x z l)).
Definition deltaWhereBias (b d : Vec) : Vec := if len b =? 0 then b else d.
Definition deltasWhereBias (B D : Mat) : Mat := tab (rows D) (fun l => deltaWhereBias (row B l) (row D l)).
Definition weightGradientOf W F kappa x z g : Stack := outerProducts (deltasOf W F kappa z g) F x z.
Definition biasGradientOf W (B : Mat) F kappa z g : Mat := deltasWhereBias B (deltasOf W F kappa z g).
Definition lossDerivativeAtOutput W B F (loss : Loss) x y : Vec := loss (preactivation W B F x (depth W - 1)) y.
Definition sampleWeightGradientOf W B F kappa loss x y : Stack := weightGradientOf W F kappa x (preactivationsOf W B F x) (lossDerivativeAtOutput W B F loss x y).
Definition sampleBiasGradientOf W B F kappa loss x y : Mat := biasGradientOf W B F kappa (preactivationsOf W B F x) (lossDerivativeAtOutput W B F loss x y).
Fixpoint sumOfWeightGradients W B F kappa loss (X Y : Mat) (c : Q) (n : nat) : Stack :=
  match n with 0 => zerosLikeStack W | S m => stackPlusScaled (sumOfWeightGradients W B F kappa loss X Y c m) c (sampleWeightGradientOf W B F kappa loss (row X m) (row Y m)) end.
Fixpoint sumOfBiasGradients W B F kappa loss (X Y : Mat) (c : Q) (n : nat) : Mat :=
  match n with 0 => zerosLikeMat B | S m => matPlusScaled (sumOfBiasGradients W B F kappa loss X Y c m) c (sampleBiasGradientOf W B F kappa loss (row X m) (row Y m)) end.
Definition batchWeightGradientOf W B F kappa loss X Y : Stack := sumOfWeightGradients W B F kappa loss X Y (qRatio 1 (rows X)) (rows X).
Definition batchBiasGradientOf W B F kappa loss X Y : Mat := sumOfBiasGradients W B F kappa loss X Y (qRatio 1 (rows X)) (rows X).

(* descent *)
Record TrainingState := trainingState { weightsOf : Stack; biasesOf : Mat; velocityOfWeights : Stack; velocityOfBiases : Mat }.
Definition updated (t : TrainingState) (GW : Stack) (GB : Mat) (rate momentum decay : Q) : TrainingState :=
  let VW := stackPlusScaled (stackPlusScaled GW decay (weightsOf t)) momentum (velocityOfWeights t) in
  let VB := matPlusScaled GB momentum (velocityOfBiases t) in
  trainingState (stackPlusScaled (weightsOf t) (qNeg rate) VW) (matPlusScaled (biasesOf t) (qNeg rate) VB) VW VB.
Definition stepped t F kappa loss X Y rate momentum decay : TrainingState :=
  updated t (batchWeightGradientOf (weightsOf t) (biasesOf t) F kappa loss X Y) (batchBiasGradientOf (weightsOf t) (biasesOf t) F kappa loss X Y) rate momentum decay.
Fixpoint trained t F kappa loss (XX YY : Stack) (rates : Vec) momentum decay (n : nat) : TrainingState :=
  match n with
  | 0 => t
  | S m => stepped (trained t F kappa loss XX YY rates momentum decay m) F kappa loss (layer XX m) (layer YY m) (at_ rates m) momentum decay
  end.

(* shapes *)
Definition hasColumns (M : Mat) (n : nat) : Prop := forall k, k < rows M -> len (row M k) = n.
Definition width (W : Stack) (n : nat) (l : nat) : nat := match l with 0 => n | S k => rows (layer W k) end.
Definition biasFits (b : Vec) (n : nat) : Prop := len b = 0 \/ len b = n.
(* the layers fit together, and to n inputs *)
Definition network (W : Stack) (B : Mat) (n : nat) : Prop :=
  depth W >= 1 /\ rows B = depth W /\
  forall k, k < depth W -> hasColumns (layer W k) (width W n k) /\ biasFits (row B k) (rows (layer W k)).
Definition sameShape (M N : Mat) : Prop := rows M = rows N /\ forall k, k < rows M -> len (row M k) = len (row N k).
Definition sameStackShape (S T : Stack) : Prop := depth S = depth T /\ forall k, k < depth S -> sameShape (layer S k) (layer T k).

(* ---- entries ---- *)
Ltac entry := unfold at_, row, layer, len, rows, depth; intros; rewrite ?nth_tab, ?len_tab; reflexivity.
Lemma at_plusScaled u c v i : at_ (plusScaled u c v) i = if i <? len u then qAdd (at_ u i) (qMul c (at_ v i)) else qZero.
Proof. unfold plusScaled. entry. Qed.
Lemma at_scaled c v i : at_ (scaled c v) i = if i <? len v then qMul c (at_ v i) else qZero.
Proof. unfold scaled. entry. Qed.
Lemma at_hadamard u v i : at_ (hadamard u v) i = if i <? len u then qMul (at_ u i) (at_ v i) else qZero.
Proof. unfold hadamard. entry. Qed.
Lemma at_zeroVec n i : at_ (zeroVec n) i = qZero.
Proof. unfold zeroVec, at_. rewrite nth_tab. destruct (i <? n); reflexivity. Qed.
Lemma at_activated f v i : at_ (activated f v) i = if i <? len v then sigma f (at_ v i) else qZero.
Proof. unfold activated. entry. Qed.
Lemma at_slopes f k v i : at_ (slopes f k v) i = if i <? len v then slope f k (at_ v i) else qZero.
Proof. unfold slopes. entry. Qed.
Lemma at_column M k i : at_ (column M k) i = if i <? rows M then at_ (row M i) k else qZero.
Proof. unfold column. entry. Qed.
Lemma row_transpose M n i : row (transpose M n) i = if i <? n then column M i else [].
Proof. unfold transpose. entry. Qed.
Lemma at_affine M b x i : at_ (affine M b x) i =
  if i <? rows M then (if len b =? 0 then dot (row M i) x (len x) else qAdd (dot (row M i) x (len x)) (at_ b i)) else qZero.
Proof. unfold affine. entry. Qed.
Lemma row_outer u v i : row (outer u v) i = if i <? len u then scaled (at_ u i) v else [].
Proof. unfold outer. entry. Qed.
Lemma row_matPlusScaled M c N i : row (matPlusScaled M c N) i = if i <? rows M then plusScaled (row M i) c (row N i) else [].
Proof. unfold matPlusScaled. entry. Qed.
Lemma row_zerosLikeMat M i : row (zerosLikeMat M) i = if i <? rows M then zeroVec (len (row M i)) else [].
Proof. unfold zerosLikeMat. entry. Qed.
Lemma layer_stackPlusScaled S c T i : layer (stackPlusScaled S c T) i = if i <? depth S then matPlusScaled (layer S i) c (layer T i) else [].
Proof. unfold stackPlusScaled. entry. Qed.
Lemma layer_zerosLikeStack S i : layer (zerosLikeStack S) i = if i <? depth S then zerosLikeMat (layer S i) else [].
Proof. unfold zerosLikeStack. entry. Qed.
Lemma row_preactivationsOf W B F x l : row (preactivationsOf W B F x) l = if l <? depth W then preactivation W B F x l else [].
Proof. unfold preactivationsOf. entry. Qed.
Lemma row_deltasOf W F k z g l : row (deltasOf W F k z g) l = if l <? depth W then delta W F k z g l else [].
Proof. unfold deltasOf. entry. Qed.
Lemma layer_outerProducts D F x z l : layer (outerProducts D F x z) l = if l <? rows D then outer (row D l) (layerInput F x z l) else [].
Proof. unfold outerProducts. entry. Qed.
Lemma row_deltasWhereBias B D l : row (deltasWhereBias B D) l = if l <? rows D then deltaWhereBias (row B l) (row D l) else [].
Proof. unfold deltasWhereBias. entry. Qed.

(* ---- lengths ---- *)
Lemma len_plusScaled u c v : len (plusScaled u c v) = len u. Proof. apply len_tab. Qed.
Lemma len_scaled c v : len (scaled c v) = len v. Proof. apply len_tab. Qed.
Lemma len_hadamard u v : len (hadamard u v) = len u. Proof. apply len_tab. Qed.
Lemma len_zeroVec n : len (zeroVec n) = n. Proof. apply len_tab. Qed.
Lemma len_activated f v : len (activated f v) = len v. Proof. apply len_tab. Qed.
Lemma len_slopes f k v : len (slopes f k v) = len v. Proof. apply len_tab. Qed.
Lemma len_column M k : len (column M k) = rows M. Proof. apply len_tab. Qed.
Lemma rows_transpose M n : rows (transpose M n) = n. Proof. apply len_tab. Qed.
Lemma len_affine M b x : len (affine M b x) = rows M. Proof. apply len_tab. Qed.
Lemma rows_outer u v : rows (outer u v) = len u. Proof. apply len_tab. Qed.
Lemma rows_matPlusScaled M c N : rows (matPlusScaled M c N) = rows M. Proof. apply len_tab. Qed.
Lemma rows_zerosLikeMat M : rows (zerosLikeMat M) = rows M. Proof. apply len_tab. Qed.
Lemma depth_stackPlusScaled S c T : depth (stackPlusScaled S c T) = depth S. Proof. apply len_tab. Qed.
Lemma depth_zerosLikeStack S : depth (zerosLikeStack S) = depth S. Proof. apply len_tab. Qed.
Lemma rows_preactivationsOf W B F x : rows (preactivationsOf W B F x) = depth W. Proof. apply len_tab. Qed.
Lemma rows_deltasOf W F k z g : rows (deltasOf W F k z g) = depth W. Proof. apply len_tab. Qed.
Lemma depth_outerProducts D F x z : depth (outerProducts D F x z) = rows D. Proof. apply len_tab. Qed.
Lemma rows_deltasWhereBias B D : rows (deltasWhereBias B D) = rows D. Proof. apply len_tab. Qed.
Lemma depth_weightGradientOf W F k x z g : depth (weightGradientOf W F k x z g) = depth W.
Proof. unfold weightGradientOf. rewrite depth_outerProducts. apply rows_deltasOf. Qed.
Lemma depth_sumOfWeightGradients W B F k loss X Y c n : depth (sumOfWeightGradients W B F k loss X Y c n) = depth W.
Proof. induction n as [|n IH]; simpl; [apply depth_zerosLikeStack | rewrite depth_stackPlusScaled; assumption]. Qed.

(* ---- outside ---- *)
Lemma at_outside v i : len v <= i -> at_ v i = qZero. Proof. apply nth_overflow. Qed.
Lemma row_outside M i : rows M <= i -> row M i = []. Proof. apply nth_overflow. Qed.
Lemma layer_outside S i : depth S <= i -> layer S i = []. Proof. apply nth_overflow. Qed.
Lemma at_nil i : at_ [] i = qZero. Proof. destruct i; reflexivity. Qed.
Lemma row_nil i : row [] i = []. Proof. destruct i; reflexivity. Qed.

(* ---- equal lists ---- *)
Lemma vec_ext u v : len u = len v -> (forall i, i < len u -> at_ u i = at_ v i) -> u = v. Proof. apply list_ext. Qed.
Lemma mat_ext M N : rows M = rows N -> (forall i, i < rows M -> row M i = row N i) -> M = N. Proof. apply list_ext. Qed.
Lemma stack_ext S T : depth S = depth T -> (forall i, i < depth S -> layer S i = layer T i) -> S = T. Proof. apply list_ext. Qed.

(* ---- the recursion of the deltas, as in specs/theory ---- *)
Lemma delta_last W F k z g l : depth W - 1 <= l -> delta W F k z g l = g.
Proof. intros. unfold delta. replace (depth W - 1 - l) with 0 by lia. reflexivity. Qed.
Lemma delta_hidden W F k z g l : l < depth W - 1 -> delta W F k z g l =
  hadamard (affine (transpose (layer W (l + 1)) (len (row z l))) [] (delta W F k z g (l + 1))) (slopes (F l) k (row z l)).
Proof.
  intros. unfold delta. replace (depth W - 1 - l) with (S (depth W - 1 - (l + 1))) by lia. reflexivity.
Qed.
Lemma len_delta_hidden W F k z g l : l < depth W - 1 -> len (delta W F k z g l) = len (row z l).
Proof. intros. rewrite delta_hidden by assumption. rewrite len_hadamard, len_affine, rows_transpose. reflexivity. Qed.
Lemma at_delta_hidden W F k z g l i : l < depth W - 1 -> at_ (delta W F k z g l) i =
  if i <? len (row z l)
  then qMul (dot (column (layer W (l + 1)) i) (delta W F k z g (l + 1)) (len (delta W F k z g (l + 1)))) (slope (F l) k (at_ (row z l) i))
  else qZero.
Proof.
  intros. rewrite delta_hidden by assumption.
  rewrite at_hadamard, len_affine, rows_transpose, at_affine, rows_transpose, row_transpose, at_slopes.
  destruct (Nat.ltb_spec i (len (row z l))); reflexivity.
Qed.
Lemma len_input W B F x l : len (input W B F x l) = width W (len x) l.
Proof. destruct l; simpl; [reflexivity | rewrite len_activated, len_affine; reflexivity]. Qed.
Lemma len_preactivation W B F x l : len (preactivation W B F x l) = rows (layer W l). Proof. apply len_affine. Qed.
Lemma layerInput_preactivationsOf W B F x l : l <= depth W -> layerInput F x (preactivationsOf W B F x) l = input W B F x l.
Proof.
  destruct l as [|l]; intros; simpl; [reflexivity | rewrite row_preactivationsOf].
  destruct (Nat.ltb_spec l (depth W)); [reflexivity | lia].
Qed.

Lemma dot_ext u v u2 v2 n : (forall k, k < n -> at_ u k = at_ u2 k) -> (forall k, k < n -> at_ v k = at_ v2 k) -> dot u v n = dot u2 v2 n.
Proof.
  induction n as [|n IH]; intros Hu Hv; simpl; [reflexivity|].
  rewrite IH by (intros; auto). rewrite Hu, Hv by lia. reflexivity.
Qed.

Lemma layer_weightGradientOf W F k x z g l : layer (weightGradientOf W F k x z g) l = if l <? depth W then outer (delta W F k z g l) (layerInput F x z l) else [].
Proof. unfold weightGradientOf. rewrite layer_outerProducts, rows_deltasOf, row_deltasOf. destruct (l <? depth W); reflexivity. Qed.
Lemma row_biasGradientOf W B F k z g l : row (biasGradientOf W B F k z g) l = if l <? depth W then deltaWhereBias (row B l) (delta W F k z g l) else [].
Proof. unfold biasGradientOf. rewrite row_deltasWhereBias, rows_deltasOf, row_deltasOf. destruct (l <? depth W); reflexivity. Qed.
End Model.

Arguments trainingState {Q}.

(* splits on every comparison in the goal, and drops the impossible cases *)
Ltac cases := repeat match goal with
  | |- context [?a <? ?b] => destruct (Nat.ltb_spec a b); try (exfalso; lia)
  | |- context [?a =? ?b] => destruct (Nat.eqb_spec a b); try (exfalso; lia)
  end; try reflexivity.
