(* ZERO-9: from zero weights and output biases, a step on a batch whose derivatives of the loss sum to zero changes no parameter; for any depth and
   hidden biases. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
From Stillpoint Require Zero Laws.
Import ListNotations.
Set Implicit Arguments.
Module Z0 := Zero.

Section Rest.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable neg : Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

(* laws of specs/theory *)
Hypothesis axiomAddZeroRight : forall q, add q zero = q.
Hypothesis axiomMulZeroLeft : forall q, mul zero q = zero.
Hypothesis axiomMulZeroRight : forall q, mul q zero = zero.
Hypothesis axiomDistribute : forall q r c, mul (add q r) c = add (mul q c) (mul r c).
Hypothesis axiomMulAssociative : forall a b c, mul a (mul b c) = mul (mul a b) c.

Notation at_ := (at_ zero).
Notation sumOfWeightGradients := (sumOfWeightGradients zero add mul sigma slope).
Notation sumOfBiasGradients := (sumOfBiasGradients zero add mul sigma slope).
Notation preactivation := (preactivation zero add mul sigma).
Notation isZeroVec := (Z0.isZeroVec zero).
Notation isZeroMat := (Z0.isZeroMat zero).
Notation isZeroStack := (Z0.isZeroStack zero).

Fixpoint total (c : Q) (g : nat -> Q) (n : nat) : Q := match n with 0 => zero | S m => add (total c g m) (mul c (g m)) end.
Lemma at_outer u v j i : at_ (row (outer zero mul u v) j) i = mul (at_ u j) (at_ v i).
Proof.
  rewrite row_outer. cases.
  - rewrite at_scaled. cases. rewrite (at_outside zero v) by lia. symmetry. apply axiomMulZeroRight.
  - rewrite at_nil, (at_outside zero u) by lia. symmetry. apply axiomMulZeroLeft.
Qed.
Lemma plusScaled_zero u c v : isZeroVec v -> plusScaled zero add mul u c v = u.
Proof.
  intros H. apply vec_ext with zero; [apply len_plusScaled|]. intros i L. rewrite len_plusScaled in L. rewrite at_plusScaled. cases.
  rewrite H, axiomMulZeroRight. apply axiomAddZeroRight.
Qed.
Lemma matPlusScaled_zero M c N : isZeroMat N -> matPlusScaled zero add mul M c N = M.
Proof.
  intros H. apply mat_ext; [apply rows_matPlusScaled|]. intros i L. rewrite rows_matPlusScaled in L. rewrite row_matPlusScaled. cases.
  apply plusScaled_zero. apply H.
Qed.

(* what each layer computes at zero weights does not depend on the sample *)
Lemma preactivation_same W B F x y l : isZeroStack W -> preactivation W B F x l = preactivation W B F y l.
Proof.
  intros H. unfold Model.preactivation. apply vec_ext with zero; rewrite !len_affine; [reflexivity|]. intros i L. rewrite !at_affine.
  rewrite !Z0.zero_dot_left by (assumption || apply H). reflexivity.
Qed.
Lemma preactivation_zero W B F x l : isZeroStack W -> isZeroVec (row B l) -> preactivation W B F x l = zeroVec zero (rows (layer W l)).
Proof.
  intros H HB. apply vec_ext with zero; [rewrite len_preactivation, len_zeroVec; reflexivity|]. intros i L. rewrite at_zeroVec.
  apply Z0.zero_affine; try assumption. apply H.
Qed.

Section Sum.
Variable W : Stack Q.
Variable B : Mat Q.
Variable F : Activations Act.
Variable kappa : Q.
Variable loss : Loss Q.
Variables X Y : Mat Q.
Variable c : Q.
Hypothesis deep : depth W >= 2.
Hypothesis zeros : isZeroStack W.
Hypothesis biases : rows B = depth W.
Notation top := (depth W - 1).
Hypothesis output : isZeroVec (row B top).

Definition pull (j k : nat) : Q := at_ (loss (zeroVec zero (rows (layer W top))) (row Y k)) j.
Definition entering : Vec Q := activated zero sigma (F (top - 1)) (preactivation W B F [] (top - 1)).
Lemma entering_top x : layerInput zero sigma F x (preactivationsOf zero add mul sigma W B F x) top = entering.
Proof.
  unfold entering. destruct top as [|h] eqn:E; [lia|]. simpl. rewrite row_preactivationsOf. cases. rewrite Nat.sub_0_r.
  rewrite (@preactivation_same W B F x [] h zeros). reflexivity.
Qed.
Lemma lossDerivativeAtOutput_rest x y : lossDerivativeAtOutput zero add mul sigma W B F loss x y = loss (zeroVec zero (rows (layer W top))) y.
Proof. unfold lossDerivativeAtOutput. rewrite preactivation_zero by assumption. reflexivity. Qed.

Lemma hidden_sumOfWeightGradients n l : l < top -> isZeroMat (layer (sumOfWeightGradients W B F kappa loss X Y c n) l).
Proof.
  intros L. induction n as [|n IH]; simpl.
  - rewrite layer_zerosLikeStack. cases. apply Z0.zero_zerosLikeMat.
  - rewrite layer_stackPlusScaled, depth_sumOfWeightGradients. cases. apply Z0.zero_matPlusScaled; try assumption.
    unfold sampleWeightGradientOf. rewrite layer_weightGradientOf. cases. apply Z0.zero_outer_left; [assumption|]. apply Z0.zero_delta; assumption.
Qed.
Lemma top_sumOfWeightGradients n j i : j < rows (layer W top) -> i < len (row (layer W top) j) ->
  at_ (row (layer (sumOfWeightGradients W B F kappa loss X Y c n) top) j) i = mul (total c (pull j) n) (at_ entering i).
Proof.
  intros Lj Li. induction n as [|n IH]; simpl.
  - rewrite layer_zerosLikeStack. cases. rewrite row_zerosLikeMat. cases. rewrite at_zeroVec. symmetry. apply axiomMulZeroLeft.
  - destruct (Laws.shape_sumOfWeightGradients zero add mul sigma slope W B F kappa loss X Y c n) as [SD SS].
    destruct (SS top) as [SR SL]; [lia|]. specialize (SL j).
    rewrite layer_stackPlusScaled, depth_sumOfWeightGradients. cases. rewrite row_matPlusScaled. cases. rewrite at_plusScaled. cases.
    rewrite IH. unfold sampleWeightGradientOf. rewrite layer_weightGradientOf. cases. rewrite at_outer, delta_last, entering_top, lossDerivativeAtOutput_rest by lia.
    rewrite axiomMulAssociative, axiomDistribute. reflexivity.
Qed.
Lemma hidden_sumOfBiasGradients n l : l < top -> isZeroVec (row (sumOfBiasGradients W B F kappa loss X Y c n) l).
Proof.
  intros L.
  assert (rowsZero : Z0.zeroRows zero (sumOfBiasGradients W B F kappa loss X Y c n) top).
  { induction n as [|n IH]; simpl; [intros k _; apply Z0.zero_zerosLikeMat|].
    apply Z0.zero_rowsPlusScaled; try assumption. apply Z0.zero_biasGradientOf; try assumption. reflexivity. }
  apply rowsZero. assumption.
Qed.
Lemma top_sumOfBiasGradients n j : j < len (row B top) -> at_ (row (sumOfBiasGradients W B F kappa loss X Y c n) top) j = total c (pull j) n.
Proof.
  intros Lj. induction n as [|n IH]; simpl.
  - rewrite row_zerosLikeMat. cases. apply at_zeroVec.
  - destruct (Laws.shape_sumOfBiasGradients zero add mul sigma slope W B F kappa loss X Y c n) as [BD BS]. specialize (BS top).
    rewrite row_matPlusScaled. cases. rewrite at_plusScaled. cases. rewrite IH. unfold sampleBiasGradientOf. rewrite row_biasGradientOf. cases.
    unfold deltaWhereBias. cases. rewrite delta_last, lossDerivativeAtOutput_rest by lia. reflexivity.
Qed.

Lemma rest_sum n : (forall j, total c (pull j) n = zero) ->
  isZeroStack (sumOfWeightGradients W B F kappa loss X Y c n) /\ isZeroMat (sumOfBiasGradients W B F kappa loss X Y c n).
Proof.
  intros balanced. destruct (Laws.shape_sumOfWeightGradients zero add mul sigma slope W B F kappa loss X Y c n) as [SD SS].
  destruct (Laws.shape_sumOfBiasGradients zero add mul sigma slope W B F kappa loss X Y c n) as [BD BS]. split.
  - intros l. destruct (Nat.lt_trichotomy l top) as [below | [last | above]]; [apply hidden_sumOfWeightGradients; assumption | |].
    + subst l. destruct (SS top) as [SR SL]; [lia|]. intros j i. destruct (Nat.lt_ge_cases j (rows (layer W top))) as [Lj | Lj].
      * specialize (SL j). destruct (Nat.lt_ge_cases i (len (row (layer W top) j))) as [Li | Li]; [|apply at_outside; lia].
        rewrite top_sumOfWeightGradients, balanced by assumption. apply axiomMulZeroLeft.
      * rewrite row_outside by lia. apply at_nil.
    + intros j. rewrite layer_outside by lia. rewrite row_nil. apply Z0.zero_nil.
  - intros l. destruct (Nat.lt_trichotomy l top) as [below | [last | above]]; [apply hidden_sumOfBiasGradients; assumption | |].
    + subst l. intros j. specialize (BS top). destruct (Nat.lt_ge_cases j (len (row B top))) as [Lj | Lj]; [|apply at_outside; lia].
      rewrite top_sumOfBiasGradients by assumption. apply balanced.
    + rewrite row_outside by lia. apply Z0.zero_nil.
Qed.
End Sum.

(* weights, velocities and the output bias are zero *)
Definition atRest (t : TrainingState Q) :=
  depth (weightsOf t) >= 2 /\ rows (biasesOf t) = depth (weightsOf t) /\ isZeroStack (weightsOf t) /\ isZeroStack (velocityOfWeights t) /\ isZeroMat (velocityOfBiases t)
  /\ isZeroVec (row (biasesOf t) (depth (weightsOf t) - 1)).
Lemma rest_updated t GW GB rate momentum decay : atRest t -> isZeroStack GW -> isZeroMat GB ->
  atRest (updated zero add mul neg t GW GB rate momentum decay) /\ biasesOf (updated zero add mul neg t GW GB rate momentum decay) = biasesOf t
  /\ depth (weightsOf (updated zero add mul neg t GW GB rate momentum decay)) = depth (weightsOf t)
  /\ rows (layer (weightsOf (updated zero add mul neg t GW GB rate momentum decay)) (depth (weightsOf t) - 1)) = rows (layer (weightsOf t) (depth (weightsOf t) - 1)).
Proof.
  intros (D & R & W0 & V0 & VB0 & B0) GW0 GB0. unfold atRest, updated; simpl.
  assert (velocity : isZeroMat (matPlusScaled zero add mul GB momentum (velocityOfBiases t))) by (apply Z0.zero_matPlusScaled; assumption).
  rewrite (@matPlusScaled_zero (biasesOf t) (neg rate) _ velocity), depth_stackPlusScaled, layer_stackPlusScaled. cases.
  rewrite rows_matPlusScaled. repeat split; try assumption; repeat (apply Z0.zero_stackPlusScaled || assumption).
Qed.
End Rest.
